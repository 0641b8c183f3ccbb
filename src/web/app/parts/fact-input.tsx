import { noneWord } from '#web/answers/answer-path.ts'
import type { ColumnView, FieldView } from '#web/answers/answer-shapes.ts'

/** A field that asks for one fact, in the clause's words. Plain form controls: they work without script, by keyboard and by touch. */
export function FactInput({ field, id }: { field: FieldView; id: string }) {
  const aside = [field.optional ? (field.kind === 'date' ? 'only if there is one' : 'may be left open') : '', field.hint, field.judgedBy === null ? '' : `judged by ${field.judgedBy}`].filter((it) => it !== '').join(' · ')
  const told = [aside === '' ? '' : `${id}-aside`, field.trouble === null ? '' : `${id}-trouble`].filter((it) => it !== '').join(' ') || undefined
  const group = field.kind === 'yes-no' || field.kind === 'table'
  const Frame = group ? 'fieldset' : 'div'
  return (
    <Frame className="fact" data-trouble={field.trouble === null ? undefined : ''} aria-describedby={group ? told : undefined}>
      {group ? <legend>{field.asks}</legend> : <label htmlFor={id}>{field.asks}</label>}
      {aside === '' ? null : (
        <p className="fact-aside" id={`${id}-aside`}>
          {aside}
        </p>
      )}
      <Control field={field} id={id} told={told} />
      {field.trouble === null ? null : (
        <p className="fact-trouble" id={`${id}-trouble`}>
          {field.trouble}
        </p>
      )}
    </Frame>
  )
}

function Control({ field, id, told }: { field: FieldView; id: string; told: string | undefined }) {
  if (field.kind === 'yes-no') return <YesNo field={field} id={id} />
  if (field.kind === 'table') return <RowsTable field={field} id={id} />
  const common = { id, name: field.name, defaultValue: field.value, 'aria-describedby': told, 'aria-invalid': field.trouble === null ? undefined : true }
  if (field.kind === 'choice') return <Choices {...common} choices={field.choices} />
  if (field.kind === 'lines' || field.kind === 'json') return <textarea {...common} rows={Math.min(8, Math.max(3, field.value.split('\n').length + 1))} maxLength={4000} spellCheck={false} />
  return <input {...common} {...inputType(field.kind, field.value)} />
}

/** A day or time that was typed wrongly is shown as it was typed: the browser's own fields would swallow it. */
function inputType(kind: ColumnView['kind'], value: string) {
  if (kind === 'date' && (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value))) return { type: 'date', min: '1900-01-01', max: '2199-12-31' } as const
  if (kind === 'time' && (value === '' || /^\d{2}:\d{2}$/.test(value))) return { type: 'time' } as const
  return { type: 'text', inputMode: kind === 'number' ? ('decimal' as const) : undefined, maxLength: 200, autoComplete: 'off' } as const
}

function YesNo({ field, id }: { field: FieldView; id: string }) {
  const said = /^(y|yes|true)$/i.test(field.value) ? 'yes' : /^(n|no|false)$/i.test(field.value) ? 'no' : ''
  const options = [
    ['yes', 'Yes'],
    ['no', 'No'],
    ['', 'Not said'],
  ] as const
  return (
    <div className="radios">
      {options.map(([value, label]) => (
        <label key={value} htmlFor={`${id}-${value}`}>
          <input type="radio" id={`${id}-${value}`} name={field.name} value={value} defaultChecked={said === value} /> {label}
        </label>
      ))}
    </div>
  )
}

function Choices({ choices, ...rest }: { choices: FieldView['choices']; id?: string; name: string; defaultValue: string; 'aria-label'?: string | undefined; 'aria-describedby'?: string | undefined; 'aria-invalid'?: boolean | undefined }) {
  const strange = rest.defaultValue !== '' && !choices.some((it) => it.value === rest.defaultValue)
  return (
    <select {...rest}>
      <option value="">Not said</option>
      {strange ? <option value={rest.defaultValue}>{rest.defaultValue}</option> : null}
      {choices.map((it) => (
        <option key={it.value} value={it.value}>
          {it.label}
        </option>
      ))}
    </select>
  )
}

function RowsTable({ field, id }: { field: FieldView; id: string }) {
  return (
    <>
      <div className="sheet">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">Row</span>
              </th>
              {field.columns.map((it) => (
                <th key={it.name} scope="col">
                  {it.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {field.rows.map((cells, row) => (
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {field.columns.map((column, at) => (
                  <td key={column.name}>
                    <Cell column={column} name={`${field.name}.${row + 1}.${column.name}`} label={`${column.label}, row ${row + 1}`} value={cells[at] ?? ''} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {field.list ? (
        <label className="none" htmlFor={`${id}-none`}>
          <input type="checkbox" id={`${id}-none`} name={field.name} value={noneWord} defaultChecked={field.value === noneWord} /> There is none
        </label>
      ) : null}
    </>
  )
}

const yesNo = [
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
]

function Cell({ column, name, label, value }: { column: ColumnView; name: string; label: string; value: string }) {
  const common = { name, defaultValue: value, 'aria-label': label }
  if (column.kind === 'choice' || column.kind === 'yes-no') return <Choices {...common} choices={column.kind === 'yes-no' ? yesNo : column.choices} />
  return <input {...common} {...inputType(column.kind, value)} />
}

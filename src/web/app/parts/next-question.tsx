import { unsureParam } from '#web/answers/answer-path.ts'
import type { AnswerView, FieldView } from '#web/answers/answer-shapes.ts'
import { FactInput } from './fact-input.tsx'

/** So few choices are put as buttons, so that one press answers. */
const asButtons = 6

/** The one question that is asked now; what is known already goes along. */
export function NextQuestion({ answer, field }: { answer: AnswerView; field: FieldView }) {
  const action = answer.path.split('?')[0]
  const pressed = field.kind === 'yes-no' ? yesNo : field.kind === 'choice' && field.choices.length <= asButtons ? field.choices : null
  return (
    <form className="next" action={action} method="get" aria-label="The next question">
      {answer.kept.map(([name, value], at) => (
        <input key={`${name} ${at}`} type="hidden" name={name} value={value} />
      ))}
      {pressed === null ? <FactInput field={field} id="next-fact" /> : <Pressed field={field} choices={pressed} />}
      <p className="next-acts">
        {pressed === null ? (
          <button type="submit" className="act go">
            Answer
          </button>
        ) : null}
        {field.name === 'asOf' ? null : (
          <button type="submit" className="quiet" name={unsureParam} value={field.name}>
            I do not know
          </button>
        )}
      </p>
    </form>
  )
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

function Pressed({ field, choices }: { field: FieldView; choices: FieldView['choices'] }) {
  return (
    <fieldset className="fact">
      <legend>{field.asks}</legend>
      {field.judgedBy === null ? null : <p className="fact-aside">Judged by {field.judgedBy}</p>}
      <div className="presses">
        {choices.map((it) => (
          <button key={it.value} type="submit" className="act" name={field.name} value={it.value}>
            {it.label.charAt(0).toUpperCase() + it.label.slice(1)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

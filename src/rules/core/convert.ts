import type { Core, CoreType } from '#rules/core/core.ts'
import { greatestCommon, isNumeric, isZero, type NumberType, typeInWords, typeOfBoth } from '#rules/core/core-types.ts'
import { held, type Lowering, newLocal, refuse } from '#rules/core/lowering.ts'
import { constantNumber, fixedNumber, ifElse, isNumber, nonZero, nullConstant, type NumberCore, product, same, scaled } from '#rules/core/make-core.ts'

/** Brings values of several branches, rows or items to one type: numbers to one `per`, fractions beside whole numbers, zero beside money. */

/** The one type of all, with the values brought to it. `what` names them in a refusal: `The branches of this if`. */
export function unified(lowering: Lowering, cores: readonly Core[], what: string): { readonly type: CoreType; readonly cores: readonly Core[] } {
  let type: CoreType | null = { is: 'nothing', orNull: false }
  for (const core of cores) {
    const wider: CoreType | null = typeOfBoth(type, core.type)
    if (wider === null) return refuse(lowering, 'rules/types-differ', `${what} differ in type: ${typeInWords(type)} and ${typeInWords(core.type)}.`, 'Give both one type: amounts with a dollar sign, words of one choice, or null.')
    type = wider
  }
  const common = type
  return { type: common, cores: cores.map((core) => converted(lowering, core, common)) }
}

/** The value as the wider type stores it. */
export function converted(lowering: Lowering, core: Core, type: CoreType): Core {
  if (storedAlike(core.type, type)) return core
  if (core.type.orNull) return held(lowering, core, (read) => ifElse(same(read, nullConstant), nullConstant, converted(lowering, { op: 'sure', of: read, type: { ...read.type, orNull: false } } as Core, { ...type, orNull: false }), type))
  if (isNumeric(type) && isNumeric(core.type)) return convertedNumber(core, type)
  if (type.is === 'list' && core.type.is === 'list') {
    if (core.op === 'list') return { op: 'list', items: core.items.map((item) => converted(lowering, item, type.items)), type }
    const item = newLocal(lowering, core.type.items)
    return { op: 'each', list: core, local: item.at, body: converted(lowering, item, type.items), type }
  }
  if (type.is === 'record' && core.type.is === 'record') {
    if (core.op === 'record') return { op: 'record', fields: core.fields.map((field) => ({ name: field.name, value: converted(lowering, field.value, typeOfField(type, field.name)) })), type }
    return held(lowering, core, (read) => ({
      op: 'record',
      fields: type.fields.map((field) => ({ name: field.name, value: converted(lowering, fieldOf(read, field.name), field.type) })),
      type,
    }))
  }
  return core
}

function fieldOf(of: Core, name: string): Core {
  return { op: 'field', of, name, type: typeOfField(of.type, name) }
}

function typeOfField(type: CoreType, name: string): CoreType {
  return (type.is === 'record' ? type.fields.find((it) => it.name === name)?.type : undefined) ?? { is: 'nothing', orNull: true }
}

function storedAlike(from: CoreType, to: CoreType): boolean {
  if (from.is === 'nothing') return true
  if (from.is !== to.is) return !isNumeric(from)
  if (from.is === 'number' && to.is === 'number') return from.per === to.per && (from.money === to.money || !isZero(from))
  if (from.is === 'quotient' && to.is === 'quotient') return from.per === to.per
  if (from.is === 'list' && to.is === 'list') return storedAlike(from.items, to.items)
  if (from.is === 'record' && to.is === 'record') return from.fields.every((field) => storedAlike(field.type, to.fields.find((it) => it.name === field.name)?.type ?? field.type))
  return true
}

function convertedNumber(core: Core, type: Extract<CoreType, { is: 'number' | 'quotient' }>): Core {
  if (isNumber(core)) {
    const same = scaled(core, type.per)
    if (type.is === 'quotient') return asQuotient(same, constantNumber(1, 1), type.per, type.money)
    return { ...same, type: { ...same.type, money: type.money } } as Core
  }
  const { top, bottom } = partsOf(core)
  return asQuotient(scaled(top, type.per), bottom, type.per, type.money)
}

/** A quotient that is kept. */
export function asQuotient(top: NumberCore, bottom: NumberCore, per: number, money: boolean): Core {
  return { op: 'quotient', top, bottom, type: { is: 'quotient', per, money, orNull: false } }
}

/** Top and bottom of a numeric value: value = top / bottom / per of the top. The bottom of a kept quotient is above 0; of one written on the spot it may be anything. */
export function partsOf(core: Core): { readonly top: NumberCore; readonly bottom: NumberCore } {
  if (isNumber(core)) return { top: core, bottom: constantNumber(1, 1) }
  if (core.op === 'quotient' && isNumber(core.top) && isNumber(core.bottom)) return { top: core.top, bottom: core.bottom }
  const type = core.type as Extract<CoreType, { is: 'quotient' }>
  const topType: NumberType = { is: 'number', per: type.per, money: type.money, orNull: false }
  return {
    top: { op: 'top', of: core, type: topType } as NumberCore,
    bottom: { op: 'bottom', of: core, type: { is: 'number', per: 1, money: false, low: 1, high: 2 ** 52 - 1, orNull: false } } as NumberCore,
  }
}

/** A quotient by a constant keeps it in `per`; any other stays a pair. */
export function divided(lowering: Lowering, left: Core, right: Core): Core {
  const [a, b] = [left.type, right.type]
  if (!isNumeric(a) || !isNumeric(b)) return refuse(lowering, 'rules/not-numbers', `${typeInWords(a)} cannot be divided by ${typeInWords(b)}.`, 'Divide numbers, or amounts by numbers.')
  if (b.money && !a.money) return refuse(lowering, 'rules/number-by-money', 'A number is divided by an amount of money.', 'Turn the quotient about, or divide money by money.')
  const money = a.money && !b.money
  const common = greatestCommon(a.per, b.per)
  const [up, per] = [b.per / common, a.per / common]
  return apart(lowering, left, (x) =>
    apart(lowering, right, (y) => {
      // (t1 / b1 / p1) / (t2 / b2 / p2) = t1 * b2 * p2 / (b1 * t2 * p1)
      const [over, under] = [partsOf(x), partsOf(y)]
      const top = product(product(over.top, nonZero(under.bottom), money), constantNumber(up, 1), money)
      return quotientOf(lowering, { ...top, type: { ...top.type, per, money } } as NumberCore, product(over.bottom, under.top, false), per, money)
    }),
  )
}

/** Read for its top and for its bottom, each once: held where it costs something. A quotient written on the spot is taken apart as it stands. */
export function apart(lowering: Lowering, value: Core, body: (read: Core) => Core): Core {
  return isNumber(value) || value.op === 'quotient' ? body(value) : held(lowering, value, body)
}

/** top / bottom / per, with a constant bottom taken into `per`. */
export function quotientOf(lowering: Lowering, top: NumberCore, bottom: NumberCore, per: number, money: boolean): Core {
  const fixed = bottom.op === 'constant' ? Number(bottom.value) : null
  if (fixed === 0) return refuse(lowering, 'rules/divided-by-nothing', 'Something is divided by 0.', 'Correct the number below the line.')
  if (fixed === null) return asQuotient(top, bottom, per, money)
  // 3 * x / 9 is x / 3: what a constant above and below share is taken out, so that figures stay small.
  const factor = top.op === 'multiply' && isNumber(top.left) && isNumber(top.right) ? fixedNumber(top.right) : null
  const common = factor === null ? 1 : greatestCommon(factor, fixed)
  const reduced = factor === null || top.op !== 'multiply' || common === 1 ? top : product(top.left as NumberCore, constantNumber(factor / common, 1), money)
  const signed = fixed < 0 ? product(reduced, constantNumber(-1, 1), money) : reduced
  const deeper = (per * Math.abs(fixed)) / common
  if (deeper >= 2 ** 40) return refuse(lowering, 'rules/too-fine', 'This quotient would need more than twelve decimals.', 'Round on the way where the clause rounds, or name the fraction otherwise.')
  return { ...signed, type: { ...signed.type, per: deeper, money } } as Core
}

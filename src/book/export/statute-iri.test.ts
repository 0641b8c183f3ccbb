import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { statuteIri } from './statute-iri.ts'

test.each([
  ['Cal. Ed. Code § 44955', '/akn/us-ca/act/ed-code/~sec_44955'],
  ['Cal. Gov. Code § 3543.2(b)', '/akn/us-ca/act/gov-code/~sec_3543-2-b'],
  ['34 C.F.R. § 300.39(b)(3)', '/akn/us/act/34-c-f-r/~sec_300-39-b-3'],
  ['29 U.S.C. § 2601', '/akn/us/act/29-u-s-c/~sec_2601'],
  ['Family and Medical Leave Act, 29 U.S.C. § 2601', '/akn/us/act/29-u-s-c/~sec_2601'],
  ['ORS 243.650', '/akn/us-or/act/ors/~sec_243-650'],
  ['Utah Code § 53G-11-501', '/akn/us-ut/act/code/~sec_53g-11-501'],
  ['Pub. L. 107-110', '/akn/us/act/pub-l/~sec_107-110'],
])('%s has the address %s', (citation, iri) => {
  expect(statuteIri(citation)).toBe(iri)
})

test('anything at all gives an address without blanks or strange letters', () => {
  const plain = fc.property(fc.string({ unit: 'binary' }), (citation) => {
    expect(statuteIri(citation)).toMatch(/^\/akn\/us(-[a-z]{2})?\/act\/[a-z0-9-]+(\/~sec_[a-z0-9-]+)?$/)
  })
  fc.assert(plain)
})

import * as v from 'valibot'
import { plainDecimal } from '../budget/decimal.ts'

const PERCENTAGE = 'a percentage above 1 and below 100, such as 99.5'

/** A value of at most 1 is taken for a fraction: as a percentage, it would allow nearly every event to fail. */
export const percentage = v.pipe(
  v.custom<number>(value => typeof value === 'number' && value > 0 && value < 100, PERCENTAGE),
  v.rawCheck(({ dataset: { value }, addIssue }) => {
    if (typeof value !== 'number' || value <= 0 || value > 1) return
    const percent = Number((100 * value).toPrecision(12))
    const remedy = percent > 1 && percent < 100 ? `write ${plainDecimal(percent)}` : `it takes ${PERCENTAGE}`
    addIssue({ message: `${plainDecimal(value)} is a fraction; ${remedy}` })
  })
)

/** The target in a document of another tool, which may be 100 or text. */
export const foreignPercentage = v.pipe(
  v.unknown(),
  v.transform(value => (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value)),
  v.rawCheck(({ dataset: { value }, addIssue }) => {
    if (value === 100) addIssue({ message: 'is 100, which leaves no error budget; set a lower target' })
  }),
  percentage
)

/** Where data actions are asked for. */
export const QUERY = '/api/v2/analytics/actions/aggregates/query'

/** Multi-window alerts as the SRE workbook has them. */
export const STANDARD = [
  { level: 'CRITICAL', burnRateThreshold: 14.4, duration: 'PT1H', shortDuration: 'PT5M' },
  { level: 'CRITICAL', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' },
  { level: 'WARNING', burnRateThreshold: 3, duration: 'P1D', shortDuration: 'PT2H' },
  { level: 'WARNING', burnRateThreshold: 1, duration: 'P3D', shortDuration: 'PT6H' }
]

/** The windows of a run end five to six minutes before it: what lies between is in none of them for sure. */
export const ago = (ms: number) => new Date(Date.now() - ms)

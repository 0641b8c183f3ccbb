/** One event of somebody's calendar, as its days: what .ics and CSV files are read into before anybody asks what it means. */
export interface DatedEvent {
  readonly title: string
  /** As the file files it: `holiday`, `no-school`. */
  readonly categories: readonly string[]
  readonly from: number
  readonly through: number
  /** False for an evening or a meeting: it closes nothing by itself. */
  readonly allDay: boolean
  /** Line or row of the file. */
  readonly line: number
}

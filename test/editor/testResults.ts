/** How one test went. */
export interface TestResult {
  readonly name: string;
  readonly milliseconds: number;
  /** Absent when the test passed. */
  readonly error?: string;
}

/** What a run of the editor tests leaves behind for who started it. */
export interface TestResults {
  readonly tests: readonly TestResult[];
  /** Measurements worth reading. */
  readonly notes: readonly string[];
}

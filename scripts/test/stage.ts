/** How many tests of a stage passed and failed. A check without tests of its own counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

export interface Stage {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

export const passedOnce: Outcome = { passed: 1, failed: 0 };
export const failedOnce: Outcome = { passed: 0, failed: 1 };

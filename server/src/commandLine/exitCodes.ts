/** What the program ends with, as scripts and CI jobs read it. */
export const exitCodes = {
  /** Nothing at information or above. */
  clean: 0,
  findings: 1,
  /** A wrong argument, a file that cannot be read, a configuration with errors. */
  failure: 2,
} as const;

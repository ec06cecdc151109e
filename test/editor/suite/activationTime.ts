interface Mark {
  readonly name: string;
  readonly startTime: number;
}

/** Where the extension host of VS Code keeps the marks that its own "Startup Performance" page shows. */
interface MarksOfTheHost {
  readonly MonacoPerformanceMarks?: { readonly getMarks: () => readonly Mark[] };
}

/** How long the host took to load an extension's code and to call its `activate`, in milliseconds. */
export function activationTime(extension: string): { readonly load: number; readonly activate: number } | undefined {
  const marks = (globalThis as MarksOfTheHost).MonacoPerformanceMarks?.getMarks() ?? [];
  const time = (step: string) => marks.find(({ name }) => name === `code/extHost/${step}/${extension}`)?.startTime;
  const between = (start: string, end: string) => (time(end) ?? Number.NaN) - (time(start) ?? Number.NaN);
  const load = between('willLoadExtensionCode', 'didLoadExtensionCode');
  const activate = between('willActivateExtension', 'didActivateExtension');
  return Number.isNaN(load + activate) ? undefined : { load, activate };
}

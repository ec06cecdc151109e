import { extensionId } from './editing.ts';

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

/** Where VS Code's extension host keeps the marks that its "Startup Performance" shows. */
interface MarksOfTheHost {
  readonly MonacoPerformanceMarks?: { readonly getMarks: () => readonly Mark[] };
}

/**
 * What starting the extension cost its host. The host's own figure for a call of `activate` counts whatever other
 * extensions do before it gets round to look at the clock again, so the extension measures that itself.
 */
export function activationTime(): string | undefined {
  const marks = (globalThis as MarksOfTheHost).MonacoPerformanceMarks?.getMarks() ?? [];
  const time = (step: string) => marks.find(({ name }) => name === `code/extHost/${step}/${extensionId}`)?.startTime;
  const loadStart = time('willLoadExtensionCode');
  const loadEnd = time('didLoadExtensionCode');
  const [activation] = performance.getEntriesByName('httpStatus.activate');
  if (loadStart === undefined || loadEnd === undefined || activation === undefined) return undefined;
  const total = loadEnd - loadStart + activation.duration;
  return `client activation: ${total.toFixed(1)} ms, of it ${activation.duration.toFixed(1)} ms in activate()`;
}

import type { LanguageFamily } from '../../languages/language.ts';
import type { FileAnalysis } from '../../responses/analysis.ts';
import type { SyntaxNode } from '../../syntax/node.ts';

/** A way to log: the calls that show it, and the statement that does so for an error. */
interface Logging {
  /** Its first group is the logger. */
  readonly calls: RegExp;
  readonly statement: (logger: string, error: string, isCaught: boolean) => string;
}

const waysToLog: Readonly<Record<LanguageFamily, readonly Logging[]>> = {
  javascript: [
    {
      calls: /(?<![\w$.])((?:[\w$]+\.)*(?:console|_?log(?:ger)?))\.error\(/gi,
      statement: (logger, error) => `${logger}.error(${error})`,
    },
  ],
  python: [
    {
      calls: /(?<![\w.])((?:\w+\.)*_?log(?:ger|ging)?)\.(?:exception|error)\(/gi,
      // with the trace of what is being handled, where something is
      statement: (logger, error, isCaught) => `${logger}.${isCaught ? 'exception' : 'error'}(${error})`,
    },
  ],
  go: [
    {
      calls: /(?<![\w.])(slog|(?:\w+\.)*slogger)\.(?:Error|Warn|Info)\(/g,
      statement: (logger, error) => `${logger}.Error("request failed", "error", ${error})`,
    },
    {
      calls: /(?<![\w.])((?:\w+\.)*log(?:ger)?)\.(?:Error|Warn|Info|Debug)\(\)\./gi,
      statement: (logger, error) => `${logger}.Error().Err(${error}).Msg("request failed")`,
    },
    {
      calls: /(?<![\w.])((?:\w+\.)*log(?:ger|rus)?)\.(?:Errorf|Warnf|Infof)\(/gi,
      statement: (logger, error) => `${logger}.Errorf("request failed: %v", ${error})`,
    },
    {
      calls: /(?<![\w.])((?:\w+\.)*log(?:ger)?)\.Print(?:ln)?\(/gi,
      statement: (logger, error) => `${logger}.Println(${error})`,
    },
    {
      // not all that print by a format print a line as well
      calls: /(?<![\w.])((?:\w+\.)*log(?:ger)?)\.Printf\(/gi,
      statement: (logger, error) => `${logger}.Printf("request failed: %v", ${error})`,
    },
  ],
};

/**
 * The statement that logs an error at a place as the file logs elsewhere; absent where neither the file nor the language
 * has a way that holds there.
 */
export function logStatement(file: FileAnalysis, at: SyntaxNode, error: string, isCaught: boolean): string | undefined {
  const { text, language, tree } = file.context;
  for (const { calls, statement } of waysToLog[language.family]) {
    for (const { index, 1: logger = '' } of text.matchAll(calls)) {
      const token = tree.root.at(index);
      if (!language.isInert(token) && isVisible(file, logger, token, at)) return statement(logger, error, isCaught);
    }
  }
  // what every program in JavaScript has
  return language.family === 'javascript' ? `console.error(${error})` : undefined;
}

/** True where the logger that one place has is there at another as well. */
function isVisible({ context }: FileAnalysis, logger: string, token: SyntaxNode, at: SyntaxNode): boolean {
  const { language, scopes } = context;
  const [root = ''] = logger.split('.');
  if (root === 'console') return true;
  const around = context.functionAround(token)?.node;
  if (around?.contains(at)) return true;
  if (root === 'this' || root === 'self') {
    const holder = language.classAround(token)?.node;
    return holder !== undefined && holder === language.classAround(at)?.node;
  }
  const [definition] = scopes.definitions(root, at);
  return definition === undefined
    ? context.importOf(root) !== undefined
    : scopes.topLevel.get(root)?.includes(definition) === true;
}

/** True where what stands before a statement of a block tells of the error already. */
export function isLogged(text: string): boolean {
  return /\b\w*(?:log|console|sentry|capture|report|print|trace)\w*(?:\(\))?(?:\.\w+(?:\(\))?)*\(/i.test(text);
}

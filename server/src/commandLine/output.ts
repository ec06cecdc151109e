import { once } from 'node:events';
import { env, stderr, stdout } from 'node:process';
import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Styles a text where someone looks at it, and leaves it as it is in files and pipes. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR: forbidden, FORCE_COLOR: forced } = env;
  const wanted = forbidden ? false : forced ? forced !== '0' : stream.isTTY === true;
  return wanted ? (style, text) => (text === '' ? '' : styleText(style, text)) : plain;
}

/** Text of a workspace on one line, without what a terminal would obey or what turns the direction of text. */
export function visible(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}

/** Writes all of a text: a pipe takes it piece by piece. */
export async function print(text: string): Promise<void> {
  if (text !== '' && !stdout.write(text)) await once(stdout, 'drain');
}

export function complain(text: string): void {
  stderr.write(`${text}\n`);
}

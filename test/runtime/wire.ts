import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Exchange } from './exchanges.ts';

/** A response as it came, byte for byte: an HTTP client would hide a body that must not be there. */
export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const patience = 10_000;

/** HTTP/1.0, so that the body is neither chunked nor followed by another response. */
export async function ask(port: number, { request, role, json }: Exchange): Promise<Answer> {
  const content = json ? JSON.stringify(json) : '';
  const head = [
    `${request} HTTP/1.0`,
    `Host: 127.0.0.1:${port}`,
    ...(role ? [`X-Role: ${role}`] : []),
    ...(json ? ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(content)}`] : []),
  ];
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(patience, () => socket.destroy(new Error(`${request}: no answer`)));
  socket.write(`${head.join('\r\n')}\r\n\r\n${content}`);
  return read(await text(socket));
}

function read(response: string): Answer {
  const end = response.indexOf('\r\n\r\n');
  const [statusLine = '', ...fields] = response.slice(0, end).split('\r\n');
  const headers = new Map(
    fields.map((field) => {
      const colon = field.indexOf(':');
      return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(statusLine.split(' ')[1]), headers, body: response.slice(end + 4) };
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { execPath } from 'node:process';

const serverModule = join(import.meta.dirname, '../../dist/server.js');
const memoryTold = join(import.meta.dirname, 'memoryTold.mjs');

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** The built server and a line to it on which anything can be said, be it nonsense. */
export class RawServer {
  /** What the server logged as an error, and what it wrote beside the protocol. */
  readonly complaints: string[] = [];
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (answer: Message) => void>();
  #received = Buffer.alloc(0);
  #lastId = 0;
  #hasEnded = false;

  constructor() {
    this.#process = spawn(execPath, ['--expose-gc', '--import', memoryTold, serverModule, '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    }) as ChildProcessWithoutNullStreams;
    this.#process.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#process.stderr.on('data', (chunk: Buffer) => this.complaints.push(`${chunk}`));
    this.#process.stdin.on('error', () => undefined);
    this.#process.on('exit', () => {
      this.#hasEnded = true;
    });
  }

  /** What is in use once all garbage is collected, in bytes: objects, and what the parser keeps beside them. */
  async memory(): Promise<{ readonly objects: number; readonly beside: number }> {
    const told = once(this.#process, 'message');
    this.#process.send('memory');
    const [memory] = await told;
    return memory;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Numbers of requests that nobody has answered yet. */
  get unanswered(): readonly number[] {
    return [...this.#waiting.keys()];
  }

  request(method: string, params?: unknown): { readonly id: number; readonly answer: Promise<Message> } {
    const id = ++this.#lastId;
    const answer = new Promise<Message>((settle) => this.#waiting.set(id, settle));
    this.#send({ id, method, params });
    return { id, answer };
  }

  notify(method: string, params?: unknown): void {
    this.#send({ method, params });
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((settle) => this.#process.once('exit', settle));
    await this.request('shutdown').answer;
    this.notify('exit');
    return ended;
  }

  kill(): void {
    this.#process.kill();
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin.write(body);
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, end))?.[1]);
      const from = end + 4;
      if (this.#received.length < from + length) return;
      this.#hear(JSON.parse(this.#received.toString('utf8', from, from + length)));
      this.#received = this.#received.subarray(from + length);
    }
  }

  #hear(message: Message): void {
    if (message.method === undefined) {
      if (typeof message.id !== 'number') return;
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    } else if (message.id !== undefined) {
      // The server asks for settings or registers something: an editor that has little to say.
      const result = message.method === 'workspace/configuration' ? [null] : null;
      this.#send({ id: message.id, result });
    } else if (message.method === 'window/logMessage') {
      const { type, message: text } = message.params as { type: number; message: string };
      if (type === 1) this.complaints.push(text);
    }
  }
}

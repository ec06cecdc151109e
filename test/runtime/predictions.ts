import { returnedValues } from '../../server/src/responses/bodies/returnedValues.ts';
import type { Handler } from '../../server/src/responses/model.ts';
import { analyser } from '../support/analyser.ts';

/** What the analysis says of how a request is answered. */
export interface Prediction {
  readonly codes: ReadonlySet<number>;
  /** True where a status cannot be read: it may be any. */
  readonly isOpen: boolean;
}

/** The statuses that the handlers in a text are said to send for `GET /users/7`. */
export async function predict(file: string, text: string, request: string): Promise<Prediction> {
  const language = analyser.languageOfPath(file);
  if (!language) throw new Error(`${file} is in no known language`);
  await analyser.prepare(language);
  const { analysis } = analyser.analyse(language, analyser.open(language, `file:///${file}`, text));
  const [method = '', path = ''] = request.split(' ');
  const answers = ({ handler }: { readonly handler: Handler | undefined }) => {
    const { methods = [], route } = handler ?? {};
    return (methods.length === 0 || methods.includes(method)) && (route === undefined || matches(route, path));
  };
  const answering = (analysis?.responses ?? []).filter(answers);
  const returned = analysis ? returnedValues(analysis).filter(answers) : [];
  return {
    codes: new Set([
      ...answering.flatMap(({ status }) => status?.options.map(({ code }) => code) ?? []),
      ...returned.map(({ code }) => code),
    ]),
    isOpen: answering.some(({ status }) => !status?.exhaustive),
  };
}

/** `/users/:id`, `/users/{id}`, `/users/<int:id>` */
function matches(route: string, path: string): boolean {
  const pattern = route.replace(/:\w+|\{[^}]*\}|<[^>]*>/g, '[^/]+');
  return new RegExp(`^/?${pattern}/?$`).test(path);
}

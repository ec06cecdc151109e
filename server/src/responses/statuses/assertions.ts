import type { CallView, Expression } from '../../languages/views.ts';
import { statusFacts } from '../../status/registry.ts';
import type { SyntaxNode } from '../../syntax/node.ts';
import type { FileContext } from '../code/context.ts';
import { isStatusName, mayBeStatusName, wordsOf } from '../code/naming.ts';
import { holdsStatus, lastName } from '../code/reading.ts';

/** True of a call that says what something should be. Whether that is a status is for `expectsStatus` to say. */
export function isAssertion(call: CallView): boolean {
  const name = lastName(call.callee);
  if (
    /^(?:assert|called(?:Once)?With(?:Exactly|Match)?|equal|strictEqual|deepEqual|deepStrictEqual|is|same|equals|notEqual|notStrictEqual|not|equalf|equalValuesf?|exactlyf?)$/i.test(
      name,
    )
  )
    return true;
  if (wordsOf(name).some((word) => word === 'expect' || word === 'assert' || word === 'should')) return true;
  return assertedSubject(call) !== undefined || chain(call).some((word) => word === 'should' || word === 'have');
}

/** `assert response.status_code == 404` */
export function isAsserted({ language }: FileContext, comparison: SyntaxNode): boolean {
  for (let node = comparison.parent; node; node = node.parent) {
    const view = language.expression(node);
    if (view.kind === 'call') return lastName(view.callee) === 'assert';
    const isPart = view.kind === 'logical' || view.kind === 'not' || view.kind === 'choice';
    if (!isPart && !language.isTransparent(node)) return false;
  }
  return false;
}

/** True where an assertion's argument is a status, by what it is compared with. */
export function expectsStatus(context: FileContext, call: CallView, child: SyntaxNode, code: number): boolean {
  const name = lastName(call.callee);
  const others = call.arguments.map(({ value }) => value).filter((value) => !value.node.contains(child));
  const subject = assertedSubject(call);
  if (subject?.node.contains(child)) return false;
  if (/^expect$/.test(name) && call.callee.kind === 'name') return isComparedWithStatus(context, call);
  if (subject && (holdsStatus(context, subject, code) || isCallThatSends(subject))) return true;
  // `expect(htmlStatus).toBe(200)`
  if (subject?.kind === 'name' && mayBeStatusName(subject.name) && code !== 100 && code !== 300) return true;
  // Sinon's `sinon.assert.calledWith(res.sendStatus, 404)`
  if (/^called(?:Once)?With(?:Exactly|Match)?$/.test(name) && others.some(isCallThatSends)) return true;
  // Django's `assertRedirects(response, '/books', 302)`
  if (name === 'assertRedirects') return true;
  // `expect(response).toHaveStatus(404)`, `response.should.have.status(404)`, `assertStatus(404)`
  if (wordsOf(name).some((word) => word === 'status' || word === 'statuscode')) return true;
  // a helper that looks at a whole response: `assertJSONResponse(t, recorder, 404, …)`
  if (wordsOf(name).includes('response') && others.some(isResponse) && statusFacts(code) !== undefined) return true;
  // `expect(response).toHaveProperty('status', 404)`
  const first = others[0];
  if (/property/i.test(name) && first?.kind === 'string' && isStatusName(first.value.split('.').at(-1) ?? ''))
    return true;
  // `expect(…).rejects.toThrow('404')`
  if (/^toThrow/.test(name) && child.text !== String(Number(child.text))) return true;
  if (subject === undefined && others.some((other) => holdsStatus(context, other, code))) return true;
  return isOfRequest(call) || isAboutStatus(context, call);
}

function isResponse(value: Expression): boolean {
  return value.kind === 'name' && /^(?:w|rec|rr|recorder|res|resp|response)$/.test(value.name);
}

/** `x` of `expect(x).toBe(404)`, `expect(x).to.equal(404)`. */
function assertedSubject(call: CallView): Expression | undefined {
  let current: Expression = call.callee;
  for (let steps = 0; steps < 8; steps++) {
    if (current.kind === 'member') current = current.object;
    else if (current.kind === 'call') {
      if (current.callee.kind === 'name' && /^(?:expect|assert|assertThat|expectTypeOf)$/.test(current.callee.name)) {
        return current.arguments[0]?.value;
      }
      current = current.callee;
    } else return undefined;
  }
  return undefined;
}

/** A mock of what sends: `expect(res.sendStatus).toHaveBeenCalledWith(404)`. */
function isCallThatSends(subject: Expression): boolean {
  return /^(?:sendStatus|writeHead|code|throw|redirect|status)$/.test(lastName(subject));
}

/** `expect(404).toBe(response.status)` */
function isComparedWithStatus(context: FileContext, call: CallView): boolean {
  for (let parent = call.node.parent, steps = 0; parent && steps < 6; parent = parent.parent, steps++) {
    const view = context.language.expression(parent);
    if (view.kind === 'call') return view.arguments.some(({ value }) => holdsStatus(context, value));
    if (view.kind !== 'member') return false;
  }
  return false;
}

/** supertest's `request(app).get('/').expect(404)`. */
function isOfRequest(call: CallView): boolean {
  if (call.callee.kind !== 'member' || call.callee.property !== 'expect') return false;
  return chain(call).some((word) => /^(?:get|post|put|patch|delete|head|options|del)$/.test(word));
}

/** `res.status.should.equal(404)`, Cypress' `.its('status').should('eq', 404)`. */
function isAboutStatus(context: FileContext, call: CallView): boolean {
  for (let current: Expression = call.callee; current.kind === 'member' || current.kind === 'call'; ) {
    if (current.kind === 'call') {
      const first = current.arguments[0]?.value;
      if (first?.kind === 'string' && isStatusName(first.value.split('.').at(-1) ?? '')) return true;
      current = current.callee;
    } else {
      if (current !== call.callee && holdsStatus(context, current)) return true;
      current = current.object;
    }
  }
  return false;
}

/** The words of a chain, from its end: `expect`, `send`, `post` of `request(app).post('/').send({}).expect(201)`. */
function chain(call: CallView): readonly string[] {
  const words: string[] = [];
  let current: Expression = call.callee;
  while (words.length < 30) {
    if (current.kind === 'member') {
      words.push(current.property);
      current = current.object;
    } else if (current.kind === 'call') current = current.callee;
    else break;
  }
  return words;
}

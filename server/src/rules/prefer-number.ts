import { codeOfConstant } from '../status/constants.ts';
import { fixOf, replace } from './fixes/fix.ts';
import { rule } from './rule.ts';

export const preferNumber = rule({
  id: 'prefer-number',
  description: 'A status code written as a named constant, in projects that want the number.',
  strength: 'house style',
  severity: 'off',
  reference: 'RFC 9110 §15',
  statusReference({ node, code, role }, { context }) {
    if (role !== 'sent' && role !== 'declared') return undefined;
    const member = node.parent && context.language.expression(node.parent);
    const isMember = member?.kind === 'member' && member.propertyNode === node;
    // methods and classes that bear a status in their name are more than a number, a project's own names may be
    const isCalled = member?.kind === 'call' && member.callee.node === node;
    const outer = isMember && member.node.parent ? context.language.expression(member.node.parent) : undefined;
    if (isCalled || (outer?.kind === 'call' && outer.callee === member)) return undefined;
    if (!/^[A-Za-z]/.test(node.text) || codeOfConstant(node.text) !== code) return undefined;
    if (!isMember && !context.importOf(node.text)) return undefined;
    return {
      node,
      message: `This project writes status codes as numbers: ${code}.`,
      // `HTTPStatus.NOT_FOUND.value` is the number
      fixes: () => {
        const written = outer?.kind === 'member' && outer.property === 'value' ? outer : member;
        return fixOf(`Write ${code}`, 'safe', [replace(isMember && written ? written.node : node, String(code))]);
      },
    };
  },
});

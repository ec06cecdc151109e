import { t } from '../localisation.ts';
import { respelling } from './fixes/answer.ts';
import { asConstant } from './fixes/convertStatus.ts';
import { rule } from './rule.ts';

export const preferConstant = rule({
  id: 'prefer-constant',
  description: 'A status code written as a number, in projects that want the named constant.',
  strength: 'house style',
  severity: 'off',
  reference: 'RFC 9110 §15',
  statusReference(reference, file) {
    const { node, role } = reference;
    // keys of a declaration are numbers by nature, tests are clearer without the code under test
    if (role !== 'sent' && role !== 'declared') return undefined;
    const edit = asConstant(file, reference);
    if (!edit) return undefined;
    return {
      node,
      message: t('This project names its status codes: {0}.', edit.text),
      fixes: () => respelling(file, edit),
    };
  },
});

import { t } from '../localisation.ts';
import { respelling } from './fixes/answer.ts';
import { asNumber } from './fixes/convertStatus.ts';
import { rule } from './rule.ts';

export const preferNumber = rule({
  id: 'prefer-number',
  description: 'A status code written as a named constant, in projects that want the number.',
  strength: 'house style',
  severity: 'off',
  reference: 'RFC 9110 §15',
  statusReference(reference, file) {
    const { node, code, role } = reference;
    if (role !== 'sent' && role !== 'declared') return undefined;
    const edit = asNumber(file, reference);
    if (!edit) return undefined;
    return {
      node,
      message: t('This project writes status codes as numbers: {0}.', code),
      fixes: () => respelling(file, edit),
    };
  },
});

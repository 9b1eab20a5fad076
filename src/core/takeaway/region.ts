import { t } from '@lingui/core/macro';

/**
 * Puts text in the place of a part of a template, which stands between a line that ends in `:NAME` and the next one
 * that ends in `:end`; both lines go with it.
 *
 * @throws RangeError where the template has no such part.
 */
export function withRegion(template: string, name: string, text: string): string {
  const pattern = new RegExp(`^(?:#|//):${name}\\n[\\s\\S]*?^(?:#|//):end\\n`, 'm');
  if (!pattern.test(template)) throw new RangeError(t`The template has no part named ${name}.`);
  return template.replace(pattern, () => `${text}\n`);
}

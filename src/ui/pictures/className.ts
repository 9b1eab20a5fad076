import { t } from '@lingui/core/macro';
import type { PictureClass } from '../../core/collection';

export type NameCheck = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: string };

/** Longer names would break the cards and the charts' labels. */
const longest = 40;

/**
 * Is this a name that the class can have?
 *
 * @param classId the class that gets the name; it may keep its own.
 */
export function checkClassName(classes: readonly PictureClass[], classId: string, text: string): NameCheck {
  const name = text.trim().replaceAll(/\s+/g, ' ').normalize('NFC');
  if (name === '') return { ok: false, reason: t`Give the class a name.` };
  if (letters(name) > longest) return { ok: false, reason: t`Use a name of at most ${longest} characters.` };
  const taken = classes.find((c) => c.id !== classId && c.name.toLowerCase() === name.toLowerCase());
  const other = taken?.name ?? '';
  if (taken) return { ok: false, reason: t`Another class is already called “${other}”. Use a different name.` };
  return { ok: true, name };
}

/** As people count: an emoji made of several code points is one. */
const letters = (name: string) => [...new Intl.Segmenter().segment(name)].length;

import { t } from '@lingui/core/macro';
import type { Arm } from './experiment';

/** What an arm is called where it is shown: its name is data, which stays as it is in projects and downloads. */
export function armWords({ name }: Pick<Arm, 'name'>): string {
  switch (name) {
    case 'without dropout':
      return t`without dropout`;
    case 'with dropout':
      return t`with dropout`;
    case 'frozen, without dropout':
      return t`frozen, without dropout`;
    case 'frozen, with dropout':
      return t`frozen, with dropout`;
    case 'tuned, without dropout':
      return t`tuned, without dropout`;
    case 'tuned, with dropout':
      return t`tuned, with dropout`;
    default:
      return name;
  }
}

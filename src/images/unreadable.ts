import { t } from '@lingui/core/macro';
/** What a person is told of a file that was there when it was chosen and cannot be read now. */
export const unreadable = t`This file could not be read; it may have been moved or changed since you chose it. Choose it again.`;

/** Whether a file was moved or changed after it was chosen, or went with its memory stick. Known by name: errors lose their class on the way from a worker. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && ['NotReadableError', 'NotFoundError', 'SecurityError'].includes(error.name);

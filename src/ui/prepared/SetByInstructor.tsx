import { Trans } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import './prepared.css';

/** Why a control cannot be changed; `id` for what it describes. */
export function SetByInstructor({ id }: { readonly id?: string }) {
  return (
    <span className="set-by" id={id}>
      <IconLock size={16} aria-hidden />
      <Trans>Set by your instructor</Trans>
    </span>
  );
}

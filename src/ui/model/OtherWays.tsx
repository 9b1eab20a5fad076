import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BaseCard } from '../../core/catalogue';

export interface OtherWaysProps {
  readonly card: BaseCard;
  /** Another base can be taken in its place. */
  readonly canChoose: boolean;
  readonly onUseBundled: () => void;
  /** Opens the chooser. */
  readonly onChoose: () => void;
  /** Opens the chooser where files are loaded. */
  readonly onFiles: () => void;
  /** Looks for the base in another folder of this page's own origin. */
  readonly onAddress: (address: string) => void;
  /** What is wrong with that address; null: nothing. */
  readonly addressError: string | null;
}

/** What can be done where a base does not come: the first way stands in front, as children. */
export function OtherWays({ children, ...ways }: OtherWaysProps & { readonly children: ReactNode }) {
  const { card, canChoose, onUseBundled, onChoose, onFiles, addressError } = ways;
  if (card.origin.kind === 'bundled') return <div className="lab-row base-ways">{children}</div>;
  return (
    <>
      <div className="lab-row base-ways">
        {children}
        {canChoose && (
          <>
            <Button variant="default" onClick={onUseBundled}>
              <Trans>Use the bundled base instead</Trans>
            </Button>
            <Button variant="subtle" aria-haspopup="dialog" onClick={onChoose}>
              <Trans>Choose another base</Trans>
            </Button>
          </>
        )}
      </div>
      {card.origin.kind === 'hub' && (
        <details className="base-elsewhere" open={addressError !== null}>
          <summary>
            <Trans>It is somewhere else: another address, or files</Trans>
          </summary>
          <Address {...ways} />
          <div>
            <Button
              variant="default"
              aria-haspopup="dialog"
              leftSection={<IconFileImport size={18} aria-hidden />}
              onClick={onFiles}
            >
              <Trans>Load it from files</Trans>
            </Button>
          </div>
        </details>
      )}
    </>
  );
}

function Address({ onAddress, addressError }: Pick<OtherWaysProps, 'onAddress' | 'addressError'>) {
  const [text, setText] = useState('');
  const address = text.trim();
  return (
    <form
      className="base-address"
      onSubmit={(event) => {
        event.preventDefault();
        if (address !== '') onAddress(address);
      }}
    >
      <TextInput
        label={t`Another address`}
        description={t`A folder beside this page that holds model.json. It has to be on this page’s own address: the page’s security policy allows no other.`}
        placeholder="models/mobilenet/"
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={addressError}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={address === ''}>
        <Trans>Load from there</Trans>
      </Button>
    </form>
  );
}

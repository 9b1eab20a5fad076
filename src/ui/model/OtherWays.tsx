import { Button, TextInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BaseCard } from '../../core/catalogue';

export interface OtherWaysProps {
  readonly card: BaseCard;
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
  const { card, onUseBundled, onChoose, onFiles, addressError } = ways;
  if (card.origin.kind === 'bundled') return <div className="lab-row base-ways">{children}</div>;
  return (
    <>
      <div className="lab-row base-ways">
        {children}
        <Button variant="default" onClick={onUseBundled}>
          Use the bundled base instead
        </Button>
        <Button variant="subtle" aria-haspopup="dialog" onClick={onChoose}>
          Choose another base
        </Button>
      </div>
      {card.origin.kind === 'hub' && (
        <details className="base-elsewhere" open={addressError !== null}>
          <summary>It is somewhere else: another address, or files</summary>
          <Address {...ways} />
          <div>
            <Button
              variant="default"
              aria-haspopup="dialog"
              leftSection={<IconFileImport size={18} aria-hidden />}
              onClick={onFiles}
            >
              Load it from files
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
        label="Another address"
        description="A folder beside this page that holds model.json. It has to be on this page’s own address: the page’s security policy allows no other."
        placeholder="models/mobilenet/"
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={addressError}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={address === ''}>
        Load from there
      </Button>
    </form>
  );
}

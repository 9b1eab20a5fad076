import { t } from '@lingui/core/macro';
import type { Ability } from '../../core/abilities';
import { PaperTable } from './PaperTable';

export interface AbilityTableProps {
  readonly abilities: readonly Ability[];
  /** The page came over https, or from this very computer. */
  readonly isSecure: boolean;
}

/** What this browser allows this page, what is missing, and why. */
export function AbilityTable({ abilities, isSecure }: AbilityTableProps) {
  const missing = abilities.filter(({ isGiven }) => !isGiven);
  return (
    <>
      <p>
        {missing.length === 0
          ? t`This browser allows this page everything that it can use.`
          : isSecure
            ? t`The page came in a way that browsers trust (https, or this very computer). What is missing below, this browser does not have.`
            : t`This page came over plain HTTP. Browsers then withhold what could be misused by whoever sits between the server and you; no setting of the page can change that. Everything else works as usual.`}
      </p>
      <PaperTable caption={t`What this browser allows this page here`} head={[t`What`, t`Here`, t`Without it`]}>
        <tbody>
          {abilities.map(({ id, name, isGiven, without }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{isGiven ? t`Available` : t`Missing`}</td>
              <td>{without}</td>
            </tr>
          ))}
        </tbody>
      </PaperTable>
    </>
  );
}

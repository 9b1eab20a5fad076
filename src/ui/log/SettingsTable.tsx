import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { comparedKeys } from '../../core/log/changes';
import { engineWords, entrySetting, entryTitle } from '../../core/log/entryWords';
import type { LogEntry } from '../../core/log/logEntry';
import { fields } from '../../core/settingFields';

/** All settings of an experiment and what computed it; made when it is opened, because a log can be long. */
export function SettingsTable({ entry }: { readonly entry: LogEntry }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="measure-more" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Trans>All settings</Trans>
      </summary>
      {isOpen && (
        <table className="measure-table">
          <caption>
            {entryTitle(entry)}: {engineWords(entry)}
          </caption>
          <tbody>
            {comparedKeys.map((key) => (
              <tr key={key}>
                <th scope="row">{fields[key].label}</th>
                <td>{entrySetting(key, entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

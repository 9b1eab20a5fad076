import { t } from '@lingui/core/macro';
import { keys } from '../../core/present/presentKeys';
import { presets } from '../../core/presets';
import { PresentPanel } from './PresentPanel';

export function KeysPanel({ onClose }: { readonly onClose: () => void }) {
  const last = presets.length;
  return (
    <PresentPanel title={t`Keys`} onClose={onClose}>
      <dl className="present-key-list">
        {keys.map(({ command, cap, words }) => (
          <Row key={command} cap={cap} words={words} />
        ))}
        <Row cap={`1–${last}`} words={t`Opens a set-up. A training under way goes on, and nothing is lost.`} />
      </dl>
    </PresentPanel>
  );
}

function Row({ cap, words }: { readonly cap: string; readonly words: string }) {
  return (
    <div>
      <dt>
        <kbd>{cap}</kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}

import { InTurn } from '../../ui/compare/InTurn';
import { LogPanel } from './LogPanel';
import { SavePanel } from './SavePanel';
import { SharePanel } from './SharePanel';
import { TakeAwayPanel } from './TakeAwayPanel';

export default function WorkPanels() {
  return (
    <>
      <InTurn>
        <SavePanel />
        <LogPanel />
      </InTurn>
      <InTurn>
        <TakeAwayPanel />
        <SharePanel />
      </InTurn>
    </>
  );
}

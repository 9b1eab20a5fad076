import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { featureWidth } from '../core/base';
import { bundled, catalogue, type BaseCard } from '../core/catalogue';
import { folderAddress } from '../core/folderAddress';
import { BaseSummary } from '../ui/base/BaseSummary';
import { Section } from '../ui/layout/Section';
import { useControl } from '../ui/prepared/controls';
import { BasePanel } from '../ui/model/BasePanel';
import { ModelDiagram } from '../ui/model/ModelDiagram';
import { Word } from '../ui/words/Word';
import { useLab, useLabState } from './context';
import { Cut } from './Cut';
import { cutOf } from './featurePlan';
import { Kept } from './Kept';
import { isLeftOut } from './prepared/hiddenStations';
import { stations } from './stations';
import type { LabState } from './store';

const BaseChooser = lazy(() => import('../ui/base/BaseChooser'));

export function BaseStation() {
  const isLeft = useLabState((s) => isLeftOut(s, 'base'));
  const isHidden = useControl('station-base') === 'hidden';
  const card = useCard();
  const [chooser, setChooser] = useState<'closed' | 'bases' | 'files'>('closed');
  const [wasOpened, setWasOpened] = useState(false);
  const open = (at: 'bases' | 'files') => {
    setWasOpened(true);
    setChooser(at);
  };
  const canChoose = useControl('base') === 'shown' && !isHidden;
  if (isLeft) return null;
  return (
    <Section step={2} id={stations.base} title={t`Frozen base`} lead={<Lead learned={card.taskA?.words ?? null} />}>
      {!isHidden && <Diagram card={card} />}
      <Work card={card} canChoose={canChoose} onChoose={() => open('bases')} onFiles={() => open('files')} />
      {!isHidden && (
        <>
          <BaseSummary card={card} onChoose={() => open('bases')} />
          <Cut card={card} />
          <Kept />
        </>
      )}
      {wasOpened && (
        <Suspense>
          <Chooser at={chooser} onClose={() => setChooser('closed')} />
        </Suspense>
      )}
    </Section>
  );
}

function Lead({ learned }: { readonly learned: string | null }) {
  return (
    <>
      {learned === null ? (
        <Trans>
          Task A: a network that was <Word of="pretrained">trained long before</Word>.
        </Trans>
      ) : (
        <Trans>
          Task A: a network that was <Word of="pretrained">trained long before</Word>, on {learned}.
        </Trans>
      )}{' '}
      <Trans>
        It is <Word of="cut">cut</Word> open and kept as it is; what comes out at the cut are the{' '}
        <Word of="features">features</Word>.
      </Trans>
    </>
  );
}

/** The chosen base; the lab sees to it that there is one. */
function useCard(): BaseCard {
  const lab = useLab();
  const id = useLabState((s) => s.settings.base);
  // So that a base that was just taken in is found.
  useLabState((s) => s.shelf);
  return lab.shelf.card(id) ?? bundled;
}

/** Where the base is cut, as far as it is known. */
const cutIn = (card: BaseCard, { anatomy, settings }: Pick<LabState, 'anatomy' | 'settings'>) =>
  anatomy && cutOf(card, anatomy, settings);

function Diagram({ card }: { readonly card: BaseCard }) {
  const { classes, settings, anatomy, busy, draw } = useLabState((s) => ({
    classes: s.collection.classes,
    settings: s.settings,
    anatomy: s.anatomy,
    busy:
      s.training.phase === 'running'
        ? ('training' as const)
        : working.has(s.base.phase)
          ? ('extracting' as const)
          : null,
    draw: s.training.phase === 'none' ? 0 : s.training.session.history.length,
  }));
  return (
    <ModelDiagram
      card={card}
      anatomy={anatomy}
      cut={cutIn(card, { anatomy, settings })}
      classes={classes}
      hidden={settings.hidden}
      dropout={settings.dropout}
      dropoutAt={settings.dropoutAt}
      busy={busy}
      draw={draw}
    />
  );
}

const working: ReadonlySet<string> = new Set(['downloading', 'warming', 'measuring', 'extracting']);

interface WorkProps {
  readonly card: BaseCard;
  /** Another base can be taken in its place. */
  readonly canChoose: boolean;
  readonly onChoose: () => void;
  readonly onFiles: () => void;
}

/** What the base is doing, and on which engine. */
function Work({ card, canChoose, onChoose, onFiles }: WorkProps) {
  const lab = useLab();
  const { state, settings, anatomy } = useLabState((s) => ({
    state: s.base,
    settings: s.settings,
    anatomy: s.anatomy,
  }));
  const [addressError, setAddressError] = useState<string | null>(null);
  const cut = cutIn(card, { anatomy, settings });
  const onAddress = (text: string) => {
    const told = folderAddress(text, document.baseURI);
    setAddressError(told.ok ? null : told.reason);
    if (told.ok) void lab.fetchBase(told.address);
  };
  return (
    <BasePanel
      card={card}
      canChoose={canChoose}
      state={state}
      dimension={anatomy && cut && featureWidth(anatomy, cut)}
      engine={lab.features.engine()}
      choice={settings.engine}
      onEngine={(engine) => lab.set({ engine })}
      onMeasureAgain={() => void lab.measureAgain()}
      onCancel={lab.features.cancel}
      onContinue={() => void lab.features.resume()}
      onFetch={() => void lab.fetchBase(null)}
      onUseBundled={() => lab.set({ base: bundled.id })}
      onChoose={onChoose}
      onFiles={onFiles}
      onAddress={onAddress}
      addressError={addressError}
    />
  );
}

interface ChooserProps {
  readonly at: 'closed' | 'bases' | 'files';
  readonly onClose: () => void;
}

function Chooser({ at, onClose }: ChooserProps) {
  const lab = useLab();
  const { shelf, inUse, importing } = useLabState((s) => ({
    shelf: s.shelf,
    inUse: s.settings.base,
    importing: s.modelImport,
  }));
  const kept = new Set(shelf.map(({ card }) => card.id));
  const own = shelf.map(({ card }) => card).filter(({ origin }) => origin.kind === 'own');
  return (
    <BaseChooser
      opened={at !== 'closed'}
      startAt={at === 'files' ? 'files' : 'bases'}
      onClose={onClose}
      cards={[...catalogue, ...own].map((card) => ({ card, kept: kept.has(card.id), inUse: card.id === inUse }))}
      onChoose={(id) => {
        lab.set({ base: id });
        // Its card has said what is fetched and from where.
        if (lab.shelf.card(id)?.origin.kind === 'hub' && !kept.has(id)) void lab.fetchBase(null);
        onClose();
      }}
      onRemove={(id) => void lab.forgetBase(id)}
      importing={importing}
      onFiles={(files) => void lab.models.add(files).then((isIn) => isIn && onClose())}
      onAnswer={(told) => void lab.models.answer(told).then((isIn) => isIn && onClose())}
      onCancelImport={lab.models.cancel}
    />
  );
}

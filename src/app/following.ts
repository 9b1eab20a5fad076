import { t } from '@lingui/core/macro';
import type { Link } from '../core/link';
import type { StudyId } from '../core/why/study';
import type { BaseChoice } from './baseChoice';
import type { FeatureKeeper } from './extracting';
import { isPrepared } from '../core/prepared';
import type { Lab } from './lab';
import type { ProjectFiles } from './projectFile';
import type { Projects } from './projects/contract';
import type { PictureSets } from './projects/pictureSets';
import { readinessOf } from './draws';
import { showStation } from './stations';
import type { LabStore } from './store';
import type { Trainer } from './training';

/** Carries out what addresses ask for, and what has to wait until the base is here. */
export interface Follower {
  /**
   * Carries out an address; one that is under way ends.
   * @param isFirst the page has just been opened with it: its set may have come back with its project.
   */
  readonly follow: (link: Link, isFirst?: boolean) => Promise<void>;
  readonly trainWhenReady: () => Promise<void>;
  /** The person agrees that the chosen base is fetched; what a link wanted with it goes on. */
  readonly fetchBase: (address: string | null) => Promise<void>;
  /** Another base was chosen: what waited for the one before is off. */
  readonly forgetWishes: () => void;
}

interface FollowerGiven extends Pick<Lab, 'askWhy'> {
  readonly store: LabStore;
  readonly features: Pick<FeatureKeeper, 'resume'>;
  readonly trainer: Pick<Trainer, 'start'>;
  readonly sets: Pick<PictureSets, 'loadSample'>;
  readonly projects: Pick<Projects, 'create'>;
  readonly projectFiles: Pick<ProjectFiles, 'openLinked'>;
  readonly choice: Pick<BaseChoice, 'checkLink' | 'fetch'>;
  readonly stopStudies: () => void;
}

export function createFollower(given: FollowerGiven): Follower {
  const { store, features, trainer, sets, projects, projectFiles, choice, askWhy, stopStudies } = given;
  let following = 0;
  /** A link asked for a training, which waits until the person has agreed to fetch the base. */
  let runsAfterFetch = false;
  /** The same for an experiment on transfer. */
  let studyAfterFetch: StudyId | null = null;

  const trainWhenReady = async () => {
    await features.resume();
    const state = store.getState();
    runsAfterFetch = state.base.phase === 'asking';
    if (state.base.phase !== 'ready' || !readinessOf(state).ok) return;
    showStation('curves');
    await trainer.start();
  };

  const askWhenReady = async (study: StudyId) => {
    const turn = following;
    await features.resume();
    const state = store.getState();
    studyAfterFetch = state.base.phase === 'asking' ? study : null;
    if (turn === following && state.collection.pictures.length === 0) {
      const sentence = t`The link asks for an experiment on transfer: bring pictures in, then start it at station 6.`;
      return store.setState(({ linkProblems }) => ({ linkProblems: [...linkProblems, sentence] }));
    }
    if (turn !== following || state.base.phase !== 'ready' || !readinessOf(state).ok) return;
    showStation('why');
    askWhy(({ studies }) => studies.start(study));
  };

  return {
    async follow(link, isFirst = false) {
      const { sample, settings, run, study, page, problems, prepared, projectPath, lang } = link;
      const turn = ++following;
      stopStudies();
      // A page that is prepared for pictures to come begins without any; what is there is kept.
      const isOther = JSON.stringify(prepared) !== JSON.stringify(store.getState().prepared);
      const isNew = !isFirst && isOther && isPrepared(prepared) && sample === null && projectPath === null;
      if (isNew && store.getState().collection.classes.length > 0) await projects.create();
      if (turn !== following) return;
      const keepsPictures = sample === null && projectPath === null && !isNew;
      // Where the pictures stay, they are as much as before those of the project that an address named.
      const kept = keepsPictures ? store.getState().linkedProject : null;
      const linkedProject = projectPath === null ? kept : { path: projectPath, id: null };
      const before = store.getState();
      const isThere = isFirst && before.sample === sample && before.collection.pictures.length > 0;
      /** A set that is to come brings the settings along: those that stand until then are of the project that is left. */
      const comes = projectPath === null && sample !== null && !isThere;
      const others = { prepared, lang, linkedProject, page, linkProblems: problems };
      store.setState(comes ? others : { ...others, settings, shownTrial: 0 });
      if (!comes) choice.checkLink();
      const now = store.getState();
      if (projectPath !== null) {
        if (!(await projectFiles.openLinked(projectPath, isFirst)) || turn !== following) return;
        // The file has settings of its own, and the link names all of them.
        store.setState({ settings: now.settings, prepared });
      } else if (comes) {
        if (!(await sets.loadSample(sample, settings))) return;
        choice.checkLink();
      }
      if (run && turn === following) await trainWhenReady();
      if (study && turn === following) await askWhenReady(study);
    },
    trainWhenReady,
    async fetchBase(address) {
      const [runs, study] = [runsAfterFetch, studyAfterFetch];
      await choice.fetch(address);
      if (runs) await trainWhenReady();
      if (study) await askWhenReady(study);
    },
    forgetWishes() {
      [runsAfterFetch, studyAfterFetch] = [false, null];
    },
  };
}

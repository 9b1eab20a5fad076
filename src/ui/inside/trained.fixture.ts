import { dataset, experiment } from '../../core/inside/head.fixture';
import { Inspector } from '../../core/inside/inspector';
import { snapshotOf } from '../../core/inside/snapshotOf';
import { headShape, initialParameters } from '../../core/headShape';

/**
 * The inside of a training after its first epoch, all of it from the core, for tests: every run holds other weights.
 *
 * @param isSame both arms of a seed hold the same weights.
 */
export function trained(changes: Partial<typeof experiment> = {}, isSame = false): Inspector {
  const own = { ...experiment, ...changes };
  const shape = headShape(dataset.dimension, own.hidden, dataset.classNames.length);
  const { size } = shape;
  const trials = own.trials.length;
  const runs = own.arms.length * trials;
  const parameters = new Float32Array(runs * size);
  for (let run = 0; run < runs; run++) {
    const seed = 100 + (isSame ? run % trials : run);
    parameters.set(initialParameters(shape, seed), run * size);
  }
  const inspector = new Inspector(own, dataset);
  inspector.add(
    snapshotOf(
      {
        epoch: 1,
        parameters,
        firstMoments: new Float32Array(runs * size),
        secondMoments: new Float32Array(runs * size),
        steps: new Uint32Array(runs).fill(3),
      },
      { arms: own.arms.length, trials, kept: inspector.trials },
    ),
  );
  return inspector;
}

// The app's base worker, whose WebGL contexts are lost on demand, as a sleeping laptop or a failing driver would.
import './recordContexts';
import '../../src/worker/base.worker';

// The app's base worker on other graphics than there are; which, its name tells.
import '../../src/worker/base.worker';
import { limitGraphics, type GraphicsLimit } from './limitedGraphics';

limitGraphics(self.name as GraphicsLimit);

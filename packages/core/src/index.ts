export { type Answer, answers } from './answer.ts';
export { type FractureSite, fractureSites, isVertebral, type Side } from './fracture-site.ts';
export { type Language, languages } from './language.ts';
export { failure, type Result, success } from './result.ts';
export { unreachable } from './unreachable.ts';
export {
  levelRange,
  type VertebralLevel,
  type VertebralRegion,
  vertebralLevels,
  vertebralRegion,
} from './vertebral-level.ts';

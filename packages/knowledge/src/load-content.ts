// The patient's guide as data, as this version of the program was built with it. Decision: apart from the knowledge
// object, because only the guide needs it and it is long.

import content from './generated/content.json' with { type: 'json' };
import type { GuideContent } from './guide-content.ts';

export const guideContent: GuideContent = content as unknown as GuideContent;

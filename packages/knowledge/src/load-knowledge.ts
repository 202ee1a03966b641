// The knowledge this version of the program was built with. Decision: imported as compiled JSON, so that pure
// packages and the browser have it without reading a file. The compiler has checked its shape; the casts say so.

import claims from './generated/claims.json' with { type: 'json' };
import codes from './generated/codes.json' with { type: 'json' };
import grids from './generated/grids.json' with { type: 'json' };
import indicators from './generated/indicators.json' with { type: 'json' };
import models from './generated/models.json' with { type: 'json' };
import parameters from './generated/parameters.json' with { type: 'json' };
import rules from './generated/rules.json' with { type: 'json' };
import seeds from './generated/seeds.json' with { type: 'json' };
import sources from './generated/sources.json' with { type: 'json' };
import version from './generated/version.json' with { type: 'json' };
import type { CompiledKnowledge, Knowledge } from './knowledge.ts';
import { knowledgeFrom } from './knowledge.ts';

let loaded: Knowledge | undefined;

/** The same frozen object at every call. */
export function loadKnowledge(): Knowledge {
  loaded ??= knowledgeFrom({
    version: version.version,
    sources: sources as CompiledKnowledge['sources'],
    parameters: parameters as unknown as CompiledKnowledge['parameters'],
    rules: rules as unknown as CompiledKnowledge['rules'],
    codes: codes as unknown as CompiledKnowledge['codes'],
    indicators: indicators as unknown as CompiledKnowledge['indicators'],
    models: models as unknown as CompiledKnowledge['models'],
    claims: claims as unknown as CompiledKnowledge['claims'],
    grids: grids as unknown as CompiledKnowledge['grids'],
    seeds: seeds as unknown as CompiledKnowledge['seeds'],
  });
  return loaded;
}

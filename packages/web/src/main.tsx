// Starts the clinic app in the browser.

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.ts';
import { App } from './shell/app.tsx';
import './theme/mantine.css';
import './theme/tokens.css';
import './theme/base.css';
import { theme } from './theme/theme.ts';
import { WordsProvider } from './words/use-words.tsx';

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the app');

createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={() => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''}
    >
      <QueryClientProvider client={queryClient}>
        <WordsProvider>
          <App />
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

/** Entry of the reader thread inside a parser process. */
import { readers } from './readers.ts';
import { serve } from './serve.ts';

serve(readers);

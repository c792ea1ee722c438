export { type PromClientRegistry, registerTurnscope } from './register-turnscope.ts';

export { describeWith } from './describe-with.ts';
export {
  type FolderRequirement,
  folder,
  pythonModule,
  type Requirement,
  tool,
} from './requirement.ts';

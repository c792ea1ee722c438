export { describeWith } from './describe-with.ts';
export { type FolderRequirement, folder, type Requirement, tool } from './requirement.ts';

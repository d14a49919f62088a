// Stands in for `storybook/test` where stories are rendered and their play functions are not run.
const inert = () => inert;

export const clearAllMocks = inert;
export const expect = inert;
export const fireEvent = inert;
export const fn = (implementation) => implementation ?? inert;
export const mocked = inert;
export const screen = inert;
export const spyOn = inert;
export const userEvent = inert;
export const waitFor = inert;
export const waitForElementToBeRemoved = inert;
export const within = inert;

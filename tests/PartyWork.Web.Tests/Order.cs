// As they stand in the class: by themselves tests run in an order that follows the folder the tests are built in, and what shares a district would pass here and fail there.
[assembly: TestMethodOrderer<Xunit.v3.UnorderedTestMethodOrderer>]
[assembly: TestCaseOrderer<Xunit.v3.UnorderedTestCaseOrderer>]

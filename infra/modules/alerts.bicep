// Who is told when the bot has trouble, or costs more than it should.
@description('A UK region.')
param location string
@description('Start of every resource name.')
param namePrefix string
@description('End of every resource name.')
param suffix string
@description('Tags put on every resource.')
param tags object
@description('The mailbox that is written to.')
param alertEmail string
@description('What a month should cost at most.')
param monthlyBudget int
@description('The first day of the month from which costs are counted.')
param budgetFrom string
@description('The Log Analytics workspace.')
param workspaceId string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: '${namePrefix}-budget-${suffix}'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: budgetFrom
    }
    notifications: {
      expected: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [
          alertEmail
        ]
        locale: 'en-gb'
      }
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 90
        thresholdType: 'Actual'
        contactEmails: [
          alertEmail
        ]
        locale: 'en-gb'
      }
    }
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${namePrefix}-people-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(namePrefix, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'mailbox'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

// The log holds ids and names of errors, never words of people, so an alert does neither.
resource trouble 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-trouble-${suffix}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'The bot has trouble'
    description: 'The bot could not start, or what it owes could not be sent. docs/install.md says where to look.'
    enabled: true
    severity: 1
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    scopes: [
      workspaceId
    ]
    criteria: {
      allOf: [
        {
          query: 'ContainerAppConsoleLogs | where ContainerName == "bot" | where Log has "The bot cannot start" or (Log has "deliver-all" and Log has "error")'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: [
        people.id
      ]
    }
  }
}

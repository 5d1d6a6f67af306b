// Where cases are kept, with who saw them and who may do what. What people said is sealed before it comes here.
@description('A UK region.')
param location string
@description('Start of every resource name.')
param namePrefix string
@description('End of every resource name.')
param suffix string
@description('Tags put on every resource.')
param tags object
@description('Name of the Cosmos DB database.')
param cosmosDatabaseName string
@description('Name of the Cosmos DB container.')
param cosmosContainerName string
@description('The bot identity, which may read and write cases. It may make, change or drop no container.')
param identityPrincipalId string
@description('Whether the account answers on a private network alone.')
param privateNetwork bool

// Built-in Cosmos DB role "Built-in Data Contributor".
var dataContributor = '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: '${namePrefix}-${suffix}'
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    // Paid by the request: nobody works at night, and a whole practice does less than one request a second by day.
    capabilities: [
      {
        name: 'EnableServerless'
      }
    ]
    // Any instance may take the next press. Each must read what another has just written; see src/store/cosmosStore.ts.
    consistencyPolicy: {
      defaultConsistencyLevel: 'Strong'
    }
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous30Days'
      }
    }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    // 0.0.0.0 stands for the network of Azure; no other address is let in.
    ipRules: privateNetwork ? [] : [
      {
        ipAddressOrRange: '0.0.0.0'
      }
    ]
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: cosmosDatabaseName
  properties: {
    resource: {
      id: cosmosDatabaseName
    }
  }
}

resource cases 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = {
  parent: database
  name: cosmosContainerName
  properties: {
    resource: {
      id: cosmosContainerName
      partitionKey: {
        paths: [
          '/caseId'
        ]
        kind: 'Hash'
        version: 2
      }
      // Time to live is on, but nothing expires unless an item says so.
      defaultTtl: -1
      // Only what a query filters on, as in src/store/cosmosContainer.ts.
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [
          {
            path: '/caseId/?'
          }
          {
            path: '/head/worker/?'
          }
          {
            path: '/head/owes/?'
          }
          {
            path: '/head/remindOn/?'
          }
          {
            path: '/head/ref/?'
          }
          {
            path: '/audit/at/?'
          }
        ]
        excludedPaths: [
          {
            path: '/*'
          }
        ]
      }
    }
  }
}

resource caseAccess 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, identityPrincipalId, dataContributor)
  properties: {
    principalId: identityPrincipalId
    roleDefinitionId: dataContributor
    scope: '${account.id}/dbs/${database.name}'
  }
}

// That role is for one database. The bot also looks what the account promises, before it relies on it.
resource accountReader 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2025-04-15' = {
  parent: account
  name: guid(account.id, 'reads what the account is')
  properties: {
    roleName: 'Reads what the account is'
    type: 'CustomRole'
    assignableScopes: [
      account.id
    ]
    permissions: [
      {
        dataActions: [
          'Microsoft.DocumentDB/databaseAccounts/readMetadata'
        ]
      }
    ]
  }
}

resource accountAccess 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, identityPrincipalId, accountReader.id)
  properties: {
    principalId: identityPrincipalId
    roleDefinitionId: accountReader.id
    scope: account.id
  }
}

output accountId string = account.id
output cosmosEndpoint string = account.properties.documentEndpoint

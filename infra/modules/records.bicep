// Where cases are kept, and where keys will be. Cases are reached from the private network of the bot alone; the vault
// from nowhere until something is kept in it.
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
@description('The bot identity, which may read and write cases and read secrets. It may make, change or drop no container.')
param identityPrincipalId string
@description('The Log Analytics workspace that keeps who opened the vault.')
param workspaceId string
@description('The subnet in which the account answers.')
param recordsSubnetId string
@description('The private DNS zone that leads to it there.')
param namesId string

// Built-in Cosmos DB role "Built-in Data Contributor" and Azure role "Key Vault Secrets User".
var dataContributor = '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

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
    publicNetworkAccess: 'Disabled'
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

resource door 'Microsoft.Network/privateEndpoints@2024-07-01' = {
  name: '${namePrefix}-records-${suffix}'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: recordsSubnetId
    }
    privateLinkServiceConnections: [
      {
        name: 'records'
        properties: {
          privateLinkServiceId: account.id
          groupIds: [
            'Sql'
          ]
        }
      }
    ]
  }
}

resource doorName 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = {
  parent: door
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'records'
        properties: {
          privateDnsZoneId: namesId
        }
      }
    ]
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: '${namePrefix}-${take(suffix, 12)}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: 'Disabled'
  }
}

resource secretAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityPrincipalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource vaultAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

output cosmosEndpoint string = account.properties.documentEndpoint

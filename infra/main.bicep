// The shape of a first deployment: one bot, two instances or more, in one UK region. Read "What is in infra" in the README first:
// this has been checked offline, never compiled or deployed.
targetScope = 'resourceGroup'

@description('Where everything is kept. Only the two UK regions are accepted.')
@allowed([
  'uksouth'
  'ukwest'
])
param location string = 'uksouth'

@description('Start of every resource name: a small letter, then small letters and digits.')
@minLength(3)
@maxLength(11)
param namePrefix string = 'threefold'

@description('What Teams calls the bot.')
@maxLength(42)
param botDisplayName string = 'Threefold'

@description('The container image with its registry and tag, for example registry.example.org/threefold:0.1.0.')
@minLength(1)
param containerImage string

@description('Server of a private registry that lets the bot identity pull. Empty when the image is public.')
param containerRegistryServer string = ''

@description('The local numbers that the service looks after for itself, as in docs/contacts.sample.json. The bot does not start while one is missing, invented or past its day.')
param contacts array

@description('Name of the Cosmos DB database that the cases are in.')
param cosmosDatabaseName string = 'threefold'

@description('Name of the Cosmos DB container that the cases are in.')
param cosmosContainerName string = 'cases'

@description('How many days the logs are kept. They hold ids and durations, never what a person said.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Tags put on every resource.')
param tags object = {
  application: 'threefold'
}

var suffix = uniqueString(resourceGroup().id)

// One identity is the bot in Teams and the reader of its own data, so that there is no password anywhere.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${namePrefix}-identity-${suffix}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
    logRetentionDays: logRetentionDays
    identityPrincipalId: identity.properties.principalId
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    location: location
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
  }
}

module records 'modules/records.bicep' = {
  name: 'records'
  params: {
    location: location
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
    cosmosDatabaseName: cosmosDatabaseName
    cosmosContainerName: cosmosContainerName
    identityPrincipalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
    recordsSubnetId: network.outputs.recordsSubnetId
    namesId: network.outputs.namesId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    location: location
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
    containerImage: containerImage
    containerRegistryServer: containerRegistryServer
    contacts: contacts
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityTenantId: identity.properties.tenantId
    workspaceId: monitoring.outputs.workspaceId
    insightsName: monitoring.outputs.insightsName
    appSubnetId: network.outputs.appSubnetId
    environment: [
      { name: 'COSMOS_ENDPOINT', value: records.outputs.cosmosEndpoint }
      { name: 'COSMOS_DATABASE', value: cosmosDatabaseName }
      { name: 'COSMOS_CONTAINER', value: cosmosContainerName }
    ]
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
    displayName: botDisplayName
    hostName: app.outputs.hostName
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityTenantId: identity.properties.tenantId
  }
}

@description('The id to put in the Teams manifest in place of MICROSOFT_APP_ID.')
output microsoftAppId string = identity.properties.clientId

@description('The host that Teams talks to.')
output hostName string = app.outputs.hostName

@description('The Cosmos DB account that the cases are in.')
output cosmosEndpoint string = records.outputs.cosmosEndpoint

// The shape of a first deployment: one bot, two instances or more, in one UK region. docs/install.md leads through it.
// This has been checked offline, never compiled or deployed.
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

@description('Entra object ids of the people who manage teams, roles, review channels and local numbers in the chat.')
@minLength(1)
param administrators array

@description('Entra object ids of the people who may review plans until the first team is formed.')
param supervisors array = []

@description('What seals the words of people before they are kept, as id:BASE64 with commas between: docs/records.md. Needed the first time, and whenever a key is added. Left empty, the vault keeps what it has.')
@secure()
param sealKeys string = ''

@description('Days after which a closed case is erased. docs/records.md says where the eight years come from.')
@minValue(365)
@maxValue(36525)
param retentionDays int = 2922

@description('The middle of the area that the service works in, for journeys: 53.48, -2.24. Empty when there is none.')
param areaMiddle string = ''

@description('Address of an Open Referral UK directory that is brought in every morning. Empty: bring it in by hand, as docs/install.md says.')
param directorySource string = ''

@description('Keeps the records, the vault and the directory on a network of their own. Without it they are reached over the network of Azure, still by identity alone: for a trial.')
param privateNetwork bool = true

@description('Nothing runs from seven in the evening to half past seven, nor at weekends, until somebody writes; it then stays for an hour. Left off, two instances are always there: a reminder that falls due at night goes out at night.')
param sleepsAtNight bool = false

@description('The OpenTelemetry Collector that passes traces and figures on to Application Insights.')
@minLength(1)
param collectorImage string = 'docker.io/otel/opentelemetry-collector-contrib:0.120.0'

@description('The mailbox that is written to when the bot has trouble or the month costs more than it should. Empty: none.')
param alertEmail string = ''

@description('What a month should cost at most, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int = 200

@description('The first day of the month from which costs are counted. Leave it out.')
param budgetFrom string = utcNow('yyyy-MM-01')

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
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
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
    privateNetwork: privateNetwork
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
    sealKeys: sealKeys
    identityPrincipalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
    privateNetwork: privateNetwork
  }
}

module directory 'modules/directory.bicep' = {
  name: 'directory'
  params: {
    location: location
    suffix: suffix
    tags: tags
    privateNetwork: privateNetwork
  }
}

module recordsDoor 'modules/door.bicep' = if (privateNetwork) {
  name: 'recordsDoor'
  params: {
    location: location
    name: '${namePrefix}-records-${suffix}'
    tags: tags
    targetId: records.outputs.accountId
    groupId: 'Sql'
    subnetId: network.outputs.recordsSubnetId
    namesId: network.outputs.recordsNamesId
  }
}

module vaultDoor 'modules/door.bicep' = if (privateNetwork) {
  name: 'vaultDoor'
  params: {
    location: location
    name: '${namePrefix}-vault-${suffix}'
    tags: tags
    targetId: vault.outputs.vaultId
    groupId: 'vault'
    subnetId: network.outputs.recordsSubnetId
    namesId: network.outputs.vaultNamesId
  }
}

module directoryDoor 'modules/door.bicep' = if (privateNetwork) {
  name: 'directoryDoor'
  params: {
    location: location
    name: '${namePrefix}-directory-${suffix}'
    tags: tags
    targetId: directory.outputs.accountId
    groupId: 'file'
    subnetId: network.outputs.recordsSubnetId
    namesId: network.outputs.directoryNamesId
  }
}

// The bot starts only when its records and its keys can be reached.
module app 'modules/app.bicep' = {
  name: 'app'
  dependsOn: [
    recordsDoor
    vaultDoor
    directoryDoor
  ]
  params: {
    location: location
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
    containerImage: containerImage
    containerRegistryServer: containerRegistryServer
    collectorImage: collectorImage
    contacts: contacts
    sleepsAtNight: sleepsAtNight
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityTenantId: identity.properties.tenantId
    workspaceId: monitoring.outputs.workspaceId
    insightsName: monitoring.outputs.insightsName
    vaultUri: vault.outputs.vaultUri
    shelfAccountName: directory.outputs.accountName
    shelfName: directory.outputs.shelfName
    appSubnetId: privateNetwork ? network.outputs.appSubnetId : ''
    environment: [
      { name: 'COSMOS_ENDPOINT', value: records.outputs.cosmosEndpoint }
      { name: 'COSMOS_DATABASE', value: cosmosDatabaseName }
      { name: 'COSMOS_CONTAINER', value: cosmosContainerName }
      { name: 'ADMINISTRATORS', value: join(administrators, ',') }
      { name: 'SUPERVISORS', value: join(supervisors, ',') }
      { name: 'RETENTION_DAYS', value: string(retentionDays) }
      { name: 'AREA_MIDDLE', value: areaMiddle }
    ]
  }
}

module listings 'modules/listings.bicep' = if (!empty(directorySource)) {
  name: 'listings'
  params: {
    location: location
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
    containerImage: containerImage
    containerRegistryServer: containerRegistryServer
    directorySource: directorySource
    identityId: identity.id
    hostId: app.outputs.hostId
    storageName: app.outputs.storageName
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  params: {
    location: location
    namePrefix: namePrefix
    suffix: suffix
    tags: tags
    alertEmail: alertEmail
    monthlyBudget: monthlyBudget
    budgetFrom: budgetFrom
    workspaceId: monitoring.outputs.workspaceId
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

// The bot in Teams. A registration has no region of its own; it holds names and ids, never a case.
@description('Start of every resource name.')
param namePrefix string
@description('End of every resource name.')
param suffix string
@description('Tags put on every resource.')
param tags object
@description('What Teams calls the bot.')
param displayName string
@description('The host that Teams talks to.')
param hostName string
@description('Resource id of the bot identity.')
param identityId string
@description('Client id of the bot identity.')
param identityClientId string
@description('Tenant of the bot identity.')
param identityTenantId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${namePrefix}-bot-${suffix}'
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${hostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identityClientId
    msaAppTenantId: identityTenantId
    msaAppMSIResourceId: identityId
    disableLocalAuth: true
    isStreamingSupported: false
    publicNetworkAccess: 'Enabled'
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      acceptedTerms: true
      deploymentEnvironment: 'CommercialDeployment'
      enableCalling: false
      isEnabled: true
    }
  }
}

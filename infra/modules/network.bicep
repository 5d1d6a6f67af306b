// The private network that the bot runs in. Records, vault and directory answer nowhere else.
@description('A UK region.')
param location string
@description('Start of every resource name.')
param namePrefix string
@description('End of every resource name.')
param suffix string
@description('Tags put on every resource.')
param tags object

var appSubnet = 'app'
var recordsSubnet = 'records'

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: '${namePrefix}-network-${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.20.0.0/24'
      ]
    }
    subnets: [
      {
        name: appSubnet
        properties: {
          // An environment with workload profiles needs a /27 of its own, delegated to it.
          addressPrefix: '10.20.0.0/26'
          delegations: [
            {
              name: 'environments'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: recordsSubnet
        properties: {
          addressPrefix: '10.20.0.64/27'
        }
      }
    ]
  }
}

module recordsNames 'names.bicep' = {
  name: 'recordsNames'
  params: {
    zone: 'privatelink.documents.azure.com'
    networkId: network.id
    tags: tags
  }
}

module vaultNames 'names.bicep' = {
  name: 'vaultNames'
  params: {
    zone: 'privatelink.vaultcore.azure.net'
    networkId: network.id
    tags: tags
  }
}

module directoryNames 'names.bicep' = {
  name: 'directoryNames'
  params: {
    zone: 'privatelink.file.${environment().suffixes.storage}'
    networkId: network.id
    tags: tags
  }
}

output appSubnetId string = '${network.id}/subnets/${appSubnet}'
output recordsSubnetId string = '${network.id}/subnets/${recordsSubnet}'
output recordsNamesId string = recordsNames.outputs.zoneId
output vaultNamesId string = vaultNames.outputs.zoneId
output directoryNamesId string = directoryNames.outputs.zoneId

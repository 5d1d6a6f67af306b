// The private network that the bot runs in. The records answer nowhere else.
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

// Inside this network the public name of the account leads to its private address.
resource names 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: 'privatelink.documents.azure.com'
  location: 'global'
  tags: tags
}

resource namesInNetwork 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: names
  name: 'network'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}

output appSubnetId string = '${network.id}/subnets/${appSubnet}'
output recordsSubnetId string = '${network.id}/subnets/${recordsSubnet}'
output namesId string = names.id

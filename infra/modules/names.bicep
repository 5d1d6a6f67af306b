// Inside the network the public name of a service leads to its private address. A zone of names has no region.
@description('The zone that Azure names for this kind of service.')
param zone string
@description('The network in which it counts.')
param networkId string
@description('Tags put on every resource.')
param tags object

resource names 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: zone
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
      id: networkId
    }
  }
}

output zoneId string = names.id
